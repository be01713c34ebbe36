extension EmailAttachment {
    /// The file name's extension with its dot, in lower case, when SES refuses it.
    ///
    /// The list is that of the developer guide's page "Amazon SES unsupported attachment types", of 2025.
    var refusedExtension: String? {
        guard let dot = fileName.lastIndex(of: ".") else { return nil }
        let ending = fileName[dot...].lowercased()
        return Self.refusedExtensions.contains(ending) ? ending : nil
    }

    private static let refusedExtensions: Set<String> = [
        ".ade", ".adp", ".app", ".asp", ".bas", ".bat", ".cer", ".chm", ".cmd", ".com", ".cpl", ".crt", ".csh", ".der",
        ".exe", ".fxp", ".gadget", ".hlp", ".hta", ".inf", ".ins", ".isp", ".its", ".js", ".jse", ".ksh", ".lib",
        ".lnk", ".mad", ".maf", ".mag", ".mam", ".maq", ".mar", ".mas", ".mat", ".mau", ".mav", ".maw", ".mda", ".mdb",
        ".mde", ".mdt", ".mdw", ".mdz", ".msc", ".msh", ".msh1", ".msh2", ".mshxml", ".msh1xml", ".msh2xml", ".msi",
        ".msp", ".mst", ".ops", ".pcd", ".pif", ".plg", ".prf", ".prg", ".reg", ".scf", ".scr", ".sct", ".shb", ".shs",
        ".sys", ".ps1", ".ps1xml", ".ps2", ".ps2xml", ".psc1", ".psc2", ".tmp", ".url", ".vb", ".vbe", ".vbs", ".vps",
        ".vsmacros", ".vss", ".vst", ".vsw", ".vxd", ".ws", ".wsc", ".wsf", ".wsh", ".xnk",
    ]
}
