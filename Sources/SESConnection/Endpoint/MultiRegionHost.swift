package import SESNames

extension Endpoint {
    /// Applies AWS's endpoint rules for a send that names a multi-region endpoint; an address of one's own is kept.
    ///
    /// - Throws: ``SESv2Error`` with code ``SESv2Error/Code/invalidEndpoint`` and AWS's own words.
    package func multiRegion(_ endpointID: String, region: Region, options: EndpointOptions) throws(SESv2Error)
        -> Endpoint
    {
        guard HostName.isValid(endpointID) else { throw Self.error("EndpointId must be a valid host label") }
        guard options.usesFIPS != true else {
            throw Self.error("Invalid Configuration: FIPS is not supported with multi-region endpoints")
        }
        if options.url != nil { return self }
        let partition = region.partition
        guard options.usesDualStack == true else {
            return Endpoint(host: "\(endpointID).endpoints.email.\(partition.dnsSuffix)")
        }
        guard partition.supportsDualStack else {
            throw Self.error("DualStack is enabled but this partition does not support DualStack")
        }
        return Endpoint(host: "\(endpointID).endpoints.email.global.\(partition.dualStackDNSSuffix)")
    }
}
