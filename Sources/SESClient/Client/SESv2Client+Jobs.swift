public import SESValues

extension SESv2Client {
    /// Starts to write metrics, or what happened to mails, to a file.
    ///
    /// - Parameters:
    ///   - source: What is exported.
    ///   - format: The file's form.
    /// - Returns: The job's id: ask ``getExportJob(_:)`` until the job is completed; it then has the file's URL.
    /// - Throws: ``SESv2Error``, `outcomeUnknown` if a job may have been started although the answer is lost.
    @export(implementation) public func createExportJob(of source: ExportDataSource, as format: DataFormat) async throws
        -> String
    {
        let destination = ExportDestination(dataFormat: format)
        return try await execute(CreateExportJob(exportDataSource: source, exportDestination: destination)).jobID
    }

    /// Reads how an export stands, and where its file is.
    ///
    /// - Parameter id: The job's id.
    /// - Throws: ``SESv2Error``, `notFound` if there is no such job.
    @export(implementation) public func getExportJob(_ id: String) async throws -> ExportJob {
        try await execute(GetExportJob(jobID: id))
    }

    /// The account's exports in this region, page by page as they are read.
    ///
    /// - Parameters:
    ///   - type: Lists only jobs that export this.
    ///   - status: Lists only jobs of this status.
    ///   - pageSize: How many jobs one request brings at most.
    @export(implementation) public func listExportJobs(
        of type: ExportSourceType? = nil, status: JobStatus? = nil, pageSize: Int? = nil
    ) -> PagedSequence<ListExportJobs> {
        list(ListExportJobs(pageSize: pageSize, exportSourceType: type, jobStatus: status))
    }

    /// Stops an export.
    ///
    /// - Parameter id: The job's id.
    /// - Throws: ``SESv2Error``, `notFound` if there is no such job.
    @export(implementation) public func cancelExportJob(_ id: String) async throws {
        try await execute(CancelExportJob(jobID: id))
    }

    /// Starts to read addresses or contacts from a file.
    ///
    /// - Parameters:
    ///   - url: Where the file is: `s3://bucket/object`.
    ///   - format: The file's form.
    ///   - destination: What they are put in or taken from.
    /// - Returns: The job's id, for ``getImportJob(_:)``.
    /// - Throws: ``SESv2Error``, `outcomeUnknown` if a job may have been started although the answer is lost.
    @export(implementation) public func createImportJob(
        from url: String, as format: DataFormat, to destination: ImportDestination
    ) async throws -> String {
        let source = ImportDataSource(s3URL: url, dataFormat: format)
        return try await execute(CreateImportJob(importDestination: destination, importDataSource: source)).jobID
    }

    /// Reads how an import stands.
    ///
    /// - Parameter id: The job's id.
    /// - Throws: ``SESv2Error``, `notFound` if there is no such job.
    @export(implementation) public func getImportJob(_ id: String) async throws -> ImportJob {
        try await execute(GetImportJob(jobID: id))
    }

    /// The account's imports in this region, page by page as they are read.
    ///
    /// - Parameters:
    ///   - type: Lists only jobs that change this kind of thing.
    ///   - pageSize: How many jobs one request brings at most.
    @export(implementation) public func listImportJobs(
        to type: ImportDestinationType? = nil, pageSize: Int? = nil
    ) -> PagedSequence<ListImportJobs> {
        list(ListImportJobs(importDestinationType: type, pageSize: pageSize))
    }
}
