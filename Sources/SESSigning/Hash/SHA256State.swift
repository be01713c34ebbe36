/// The eight words of a SHA-256 computation and the compression function over them (FIPS 180-4, section 6.2.2).
///
/// The 64 rounds are written out: instead of moving a…h along after each round, the next round names them one place
/// further, and the message schedule is kept in sixteen scalars, so all of it lives in registers.
struct SHA256State {
    // The first 32 bits of the fractional parts of the square roots of the first eight primes (section 5.3.3).
    private(set) var h0: UInt32 = 0x6a09_e667
    private(set) var h1: UInt32 = 0xbb67_ae85
    private(set) var h2: UInt32 = 0x3c6e_f372
    private(set) var h3: UInt32 = 0xa54f_f53a
    private(set) var h4: UInt32 = 0x510e_527f
    private(set) var h5: UInt32 = 0x9b05_688c
    private(set) var h6: UInt32 = 0x1f83_d9ab
    private(set) var h7: UInt32 = 0x5be0_cd19

    /// Takes in whole blocks.
    ///
    /// - Parameters:
    ///   - start: The first byte; any alignment.
    ///   - count: The number of blocks of 64 bytes.
    mutating func compress(_ start: UnsafeRawPointer, blocks count: Int) {
        var block = start
        var remaining = count
        while remaining > 0 {
            var (a, b, c, d, e, f, g, h) = (h0, h1, h2, h3, h4, h5, h6, h7)
            var w0 = Self.word(block, 0)
            Self.round(a, b, c, &d, e, f, g, &h, 0x428a_2f98 &+ w0)
            var w1 = Self.word(block, 1)
            Self.round(h, a, b, &c, d, e, f, &g, 0x7137_4491 &+ w1)
            var w2 = Self.word(block, 2)
            Self.round(g, h, a, &b, c, d, e, &f, 0xb5c0_fbcf &+ w2)
            var w3 = Self.word(block, 3)
            Self.round(f, g, h, &a, b, c, d, &e, 0xe9b5_dba5 &+ w3)
            var w4 = Self.word(block, 4)
            Self.round(e, f, g, &h, a, b, c, &d, 0x3956_c25b &+ w4)
            var w5 = Self.word(block, 5)
            Self.round(d, e, f, &g, h, a, b, &c, 0x59f1_11f1 &+ w5)
            var w6 = Self.word(block, 6)
            Self.round(c, d, e, &f, g, h, a, &b, 0x923f_82a4 &+ w6)
            var w7 = Self.word(block, 7)
            Self.round(b, c, d, &e, f, g, h, &a, 0xab1c_5ed5 &+ w7)
            var w8 = Self.word(block, 8)
            Self.round(a, b, c, &d, e, f, g, &h, 0xd807_aa98 &+ w8)
            var w9 = Self.word(block, 9)
            Self.round(h, a, b, &c, d, e, f, &g, 0x1283_5b01 &+ w9)
            var w10 = Self.word(block, 10)
            Self.round(g, h, a, &b, c, d, e, &f, 0x2431_85be &+ w10)
            var w11 = Self.word(block, 11)
            Self.round(f, g, h, &a, b, c, d, &e, 0x550c_7dc3 &+ w11)
            var w12 = Self.word(block, 12)
            Self.round(e, f, g, &h, a, b, c, &d, 0x72be_5d74 &+ w12)
            var w13 = Self.word(block, 13)
            Self.round(d, e, f, &g, h, a, b, &c, 0x80de_b1fe &+ w13)
            var w14 = Self.word(block, 14)
            Self.round(c, d, e, &f, g, h, a, &b, 0x9bdc_06a7 &+ w14)
            var w15 = Self.word(block, 15)
            Self.round(b, c, d, &e, f, g, h, &a, 0xc19b_f174 &+ w15)
            Self.expand(&w0, w1, w9, w14)
            Self.round(a, b, c, &d, e, f, g, &h, 0xe49b_69c1 &+ w0)
            Self.expand(&w1, w2, w10, w15)
            Self.round(h, a, b, &c, d, e, f, &g, 0xefbe_4786 &+ w1)
            Self.expand(&w2, w3, w11, w0)
            Self.round(g, h, a, &b, c, d, e, &f, 0x0fc1_9dc6 &+ w2)
            Self.expand(&w3, w4, w12, w1)
            Self.round(f, g, h, &a, b, c, d, &e, 0x240c_a1cc &+ w3)
            Self.expand(&w4, w5, w13, w2)
            Self.round(e, f, g, &h, a, b, c, &d, 0x2de9_2c6f &+ w4)
            Self.expand(&w5, w6, w14, w3)
            Self.round(d, e, f, &g, h, a, b, &c, 0x4a74_84aa &+ w5)
            Self.expand(&w6, w7, w15, w4)
            Self.round(c, d, e, &f, g, h, a, &b, 0x5cb0_a9dc &+ w6)
            Self.expand(&w7, w8, w0, w5)
            Self.round(b, c, d, &e, f, g, h, &a, 0x76f9_88da &+ w7)
            Self.expand(&w8, w9, w1, w6)
            Self.round(a, b, c, &d, e, f, g, &h, 0x983e_5152 &+ w8)
            Self.expand(&w9, w10, w2, w7)
            Self.round(h, a, b, &c, d, e, f, &g, 0xa831_c66d &+ w9)
            Self.expand(&w10, w11, w3, w8)
            Self.round(g, h, a, &b, c, d, e, &f, 0xb003_27c8 &+ w10)
            Self.expand(&w11, w12, w4, w9)
            Self.round(f, g, h, &a, b, c, d, &e, 0xbf59_7fc7 &+ w11)
            Self.expand(&w12, w13, w5, w10)
            Self.round(e, f, g, &h, a, b, c, &d, 0xc6e0_0bf3 &+ w12)
            Self.expand(&w13, w14, w6, w11)
            Self.round(d, e, f, &g, h, a, b, &c, 0xd5a7_9147 &+ w13)
            Self.expand(&w14, w15, w7, w12)
            Self.round(c, d, e, &f, g, h, a, &b, 0x06ca_6351 &+ w14)
            Self.expand(&w15, w0, w8, w13)
            Self.round(b, c, d, &e, f, g, h, &a, 0x1429_2967 &+ w15)
            Self.expand(&w0, w1, w9, w14)
            Self.round(a, b, c, &d, e, f, g, &h, 0x27b7_0a85 &+ w0)
            Self.expand(&w1, w2, w10, w15)
            Self.round(h, a, b, &c, d, e, f, &g, 0x2e1b_2138 &+ w1)
            Self.expand(&w2, w3, w11, w0)
            Self.round(g, h, a, &b, c, d, e, &f, 0x4d2c_6dfc &+ w2)
            Self.expand(&w3, w4, w12, w1)
            Self.round(f, g, h, &a, b, c, d, &e, 0x5338_0d13 &+ w3)
            Self.expand(&w4, w5, w13, w2)
            Self.round(e, f, g, &h, a, b, c, &d, 0x650a_7354 &+ w4)
            Self.expand(&w5, w6, w14, w3)
            Self.round(d, e, f, &g, h, a, b, &c, 0x766a_0abb &+ w5)
            Self.expand(&w6, w7, w15, w4)
            Self.round(c, d, e, &f, g, h, a, &b, 0x81c2_c92e &+ w6)
            Self.expand(&w7, w8, w0, w5)
            Self.round(b, c, d, &e, f, g, h, &a, 0x9272_2c85 &+ w7)
            Self.expand(&w8, w9, w1, w6)
            Self.round(a, b, c, &d, e, f, g, &h, 0xa2bf_e8a1 &+ w8)
            Self.expand(&w9, w10, w2, w7)
            Self.round(h, a, b, &c, d, e, f, &g, 0xa81a_664b &+ w9)
            Self.expand(&w10, w11, w3, w8)
            Self.round(g, h, a, &b, c, d, e, &f, 0xc24b_8b70 &+ w10)
            Self.expand(&w11, w12, w4, w9)
            Self.round(f, g, h, &a, b, c, d, &e, 0xc76c_51a3 &+ w11)
            Self.expand(&w12, w13, w5, w10)
            Self.round(e, f, g, &h, a, b, c, &d, 0xd192_e819 &+ w12)
            Self.expand(&w13, w14, w6, w11)
            Self.round(d, e, f, &g, h, a, b, &c, 0xd699_0624 &+ w13)
            Self.expand(&w14, w15, w7, w12)
            Self.round(c, d, e, &f, g, h, a, &b, 0xf40e_3585 &+ w14)
            Self.expand(&w15, w0, w8, w13)
            Self.round(b, c, d, &e, f, g, h, &a, 0x106a_a070 &+ w15)
            Self.expand(&w0, w1, w9, w14)
            Self.round(a, b, c, &d, e, f, g, &h, 0x19a4_c116 &+ w0)
            Self.expand(&w1, w2, w10, w15)
            Self.round(h, a, b, &c, d, e, f, &g, 0x1e37_6c08 &+ w1)
            Self.expand(&w2, w3, w11, w0)
            Self.round(g, h, a, &b, c, d, e, &f, 0x2748_774c &+ w2)
            Self.expand(&w3, w4, w12, w1)
            Self.round(f, g, h, &a, b, c, d, &e, 0x34b0_bcb5 &+ w3)
            Self.expand(&w4, w5, w13, w2)
            Self.round(e, f, g, &h, a, b, c, &d, 0x391c_0cb3 &+ w4)
            Self.expand(&w5, w6, w14, w3)
            Self.round(d, e, f, &g, h, a, b, &c, 0x4ed8_aa4a &+ w5)
            Self.expand(&w6, w7, w15, w4)
            Self.round(c, d, e, &f, g, h, a, &b, 0x5b9c_ca4f &+ w6)
            Self.expand(&w7, w8, w0, w5)
            Self.round(b, c, d, &e, f, g, h, &a, 0x682e_6ff3 &+ w7)
            Self.expand(&w8, w9, w1, w6)
            Self.round(a, b, c, &d, e, f, g, &h, 0x748f_82ee &+ w8)
            Self.expand(&w9, w10, w2, w7)
            Self.round(h, a, b, &c, d, e, f, &g, 0x78a5_636f &+ w9)
            Self.expand(&w10, w11, w3, w8)
            Self.round(g, h, a, &b, c, d, e, &f, 0x84c8_7814 &+ w10)
            Self.expand(&w11, w12, w4, w9)
            Self.round(f, g, h, &a, b, c, d, &e, 0x8cc7_0208 &+ w11)
            Self.expand(&w12, w13, w5, w10)
            Self.round(e, f, g, &h, a, b, c, &d, 0x90be_fffa &+ w12)
            Self.expand(&w13, w14, w6, w11)
            Self.round(d, e, f, &g, h, a, b, &c, 0xa450_6ceb &+ w13)
            Self.expand(&w14, w15, w7, w12)
            Self.round(c, d, e, &f, g, h, a, &b, 0xbef9_a3f7 &+ w14)
            Self.expand(&w15, w0, w8, w13)
            Self.round(b, c, d, &e, f, g, h, &a, 0xc671_78f2 &+ w15)
            h0 &+= a
            h1 &+= b
            h2 &+= c
            h3 &+= d
            h4 &+= e
            h5 &+= f
            h6 &+= g
            h7 &+= h
            block += 64
            remaining &-= 1
        }
    }

    /// One big-endian word of a block.
    @inline(__always)
    private static func word(_ block: UnsafeRawPointer, _ index: Int) -> UInt32 {
        UInt32(bigEndian: block.loadUnaligned(fromByteOffset: index &* 4, as: UInt32.self))
    }

    @inline(__always)
    private static func rotate(_ x: UInt32, _ n: UInt32) -> UInt32 {
        (x &>> n) | (x &<< (32 &- n))
    }

    /// One round: T1 goes to d, T1 + T2 to h; `kw` is the round's constant and word.
    @inline(__always)
    private static func round(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32,
        _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ kw: UInt32
    ) {
        let choice = g ^ (e & (f ^ g))
        // a ^ b is the next round's b ^ c, so the compiler needs it once for both.
        let majority = ((a ^ b) & (b ^ c)) ^ b
        let t1 = h &+ kw &+ (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) &+ choice
        d &+= t1
        h = t1 &+ (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) &+ majority
    }

    /// The schedule's next word, in place of the one sixteen rounds back; `x`, `y`, `z` are those 15, 7 and 2 back.
    @inline(__always)
    private static func expand(_ w: inout UInt32, _ x: UInt32, _ y: UInt32, _ z: UInt32) {
        let low = rotate(x, 7) ^ rotate(x, 18) ^ (x &>> 3)
        let high = rotate(z, 17) ^ rotate(z, 19) ^ (z &>> 10)
        w = w &+ low &+ y &+ high
    }
}
