import Foundation
import SESClient
import SESCore
import Testing

@Suite("The client's methods for exports and imports")
struct JobMethodTests {
    private static let start = Date(timeIntervalSince1970: 1_700_000_000)
    private static let end = Date(timeIntervalSince1970: 1_700_086_400)

    private static func metrics(
        _ dimensions: [MetricDimensionName: [String]] = [.isp: ["*"]], count: Int = 1
    ) -> MetricsDataSource {
        let metric = ExportMetric(name: .send, aggregation: .volume)
        return MetricsDataSource(
            dimensions: dimensions, metrics: Array(repeating: metric, count: count), startDate: start, endDate: end)
    }

    private static func export(_ source: ExportDataSource) -> CreateExportJob {
        CreateExportJob(exportDataSource: source, exportDestination: ExportDestination(dataFormat: .csv))
    }

    private static func export(matching filters: MessageInsightsFilters) -> CreateExportJob {
        export(.messageInsights(MessageInsightsDataSource(startDate: start, endDate: end, include: filters)))
    }

    static let exports: [MethodCall] = [
        MethodCall(
            "POST /v2/email/export-jobs",
            #"{"ExportDataSource":{"MetricsDataSource":{"Dimensions":{"CONFIGURATION_SET":["promo"],"ISP":["*"]},"EndDate":1700086400,"Metrics":[{"Aggregation":"VOLUME","Name":"SEND"}],"Namespace":"VDM","StartDate":1700000000}},"ExportDestination":{"DataFormat":"CSV"}}"#,
            answer: #"{"JobId":"j"}"#
        ) {
            let source = metrics([.configurationSet: ["promo"], .isp: ["*"]])
            let id = try await $0.createExportJob(of: .metrics(source), as: .csv)
            #expect(id == "j")
        },
        MethodCall(
            "POST /v2/email/export-jobs",
            #"{"ExportDataSource":{"MessageInsightsDataSource":{"EndDate":1700086400,"Exclude":{"Isp":["Gmail"]},"Include":{"Destination":["*@example.org"],"LastDeliveryEvent":["PERMANENT_BOUNCE"]},"MaxResults":10,"StartDate":1700000000}},"ExportDestination":{"DataFormat":"JSON"}}"#,
            answer: #"{"JobId":"j"}"#
        ) {
            let source = MessageInsightsDataSource(
                startDate: start, endDate: end,
                include: MessageInsightsFilters(
                    destination: ["*@example.org"], lastDeliveryEvent: [.permanentBounce]),
                exclude: MessageInsightsFilters(isp: ["Gmail"]), maxResults: 10)
            let id = try await $0.createExportJob(of: .messageInsights(source), as: .json)
            #expect(id == "j")
        },
        MethodCall(
            "GET /v2/email/export-jobs/a%2Fb",
            answer:
                #"{"JobId":"a/b","JobStatus":"COMPLETED","ExportSourceType":"METRICS_DATA","ExportDestination":{"DataFormat":"CSV","S3Url":"https://bucket/object?signature"},"CompletedTimestamp":1.7E9,"Statistics":{"ExportedRecordsCount":3}}"#
        ) {
            let job = try await $0.getExportJob("a/b")
            #expect(job.jobID == "a/b" && job.jobStatus == .completed && job.exportSourceType == .metricsData)
            #expect(job.exportDestination?.s3URL == "https://bucket/object?signature")
            #expect(job.completedTimestamp == start && job.statistics == ExportStatistics(exportedRecordsCount: 3))
        },
        MethodCall("POST /v2/email/list-export-jobs", "{}") { for try await _ in $0.listExportJobs() {} },
        MethodCall(
            "POST /v2/email/list-export-jobs",
            #"{"ExportSourceType":"MESSAGE_INSIGHTS","JobStatus":"PROCESSING","PageSize":7}"#,
            answer: #"{"ExportJobs":[{"JobId":"a"},{"JobId":"b"}]}"#
        ) {
            let found = try await $0.listExportJobs(of: .messageInsights, status: .processing, pageSize: 7)
                .reduce(into: []) { $0.append($1.jobID) }
            #expect(found == ["a", "b"])
        },
        MethodCall("PUT /v2/email/export-jobs/j/cancel") { try await $0.cancelExportJob("j") },
    ]

    static let imports: [MethodCall] = [
        MethodCall(
            "POST /v2/email/import-jobs",
            #"{"ImportDataSource":{"DataFormat":"CSV","S3Url":"s3://bucket/a/b.csv"},"ImportDestination":{"SuppressionListDestination":{"SuppressionListImportAction":"PUT"}}}"#,
            answer: #"{"JobId":"j"}"#
        ) {
            let id = try await $0.createImportJob(from: "s3://bucket/a/b.csv", as: .csv, to: .suppressionList(.put))
            #expect(id == "j")
        },
        MethodCall(
            "POST /v2/email/import-jobs",
            #"{"ImportDataSource":{"DataFormat":"JSON","S3Url":"s3://bucket/b"},"ImportDestination":{"ContactListDestination":{"ContactListImportAction":"DELETE","ContactListName":"news"}}}"#,
            answer: #"{"JobId":"j"}"#
        ) {
            _ = try await $0.createImportJob(from: "s3://bucket/b", as: .json, to: .contactList("news", .delete))
        },
        MethodCall(
            "GET /v2/email/import-jobs/j",
            answer:
                #"{"JobId":"j","JobStatus":"FAILED","FailureInfo":{"ErrorMessage":"m"},"ProcessedRecordsCount":4,"FailedRecordsCount":2,"ImportDestination":{"SuppressionListDestination":{"SuppressionListImportAction":"DELETE"}}}"#
        ) {
            let job = try await $0.getImportJob("j")
            #expect(job.jobStatus == .failed && job.failureInfo?.errorMessage == "m")
            #expect(job.processedRecordsCount == 4 && job.failedRecordsCount == 2)
            #expect(job.importDestination == .suppressionList(.delete))
        },
        MethodCall("POST /v2/email/import-jobs/list", "{}") { for try await _ in $0.listImportJobs() {} },
        MethodCall(
            "POST /v2/email/import-jobs/list", #"{"ImportDestinationType":"CONTACT_LIST","PageSize":7}"#,
            answer: #"{"ImportJobs":[{"JobId":"a"}]}"#
        ) {
            let found = try await $0.listImportJobs(to: .contactList, pageSize: 7).reduce(into: []) {
                $0.append($1.jobID)
            }
            #expect(found == ["a"])
        },
    ]

    @Test("each sends AWS's request and no more", arguments: exports + imports)
    func requests(call: MethodCall) async throws {
        try await call.expectRequest()
    }

    private static let oneSource = "must hold exactly one of MetricsDataSource and MessageInsightsDataSource"
    private static let metricsField = "ExportDataSource.MetricsDataSource"
    private static let mailField = "ExportDataSource.MessageInsightsDataSource"
    private static let mails = MessageInsightsDataSource(startDate: start, endDate: end)

    private static func endless<Source>(_ source: Source, _ member: WritableKeyPath<Source, Date?>) -> Source {
        var source = source
        source[keyPath: member] = nil
        return source
    }

    static let brokenExports: [BrokenInput] = [
        BrokenInput(export(ExportDataSource()), "ExportDataSource", oneSource),
        BrokenInput(
            export(ExportDataSource(metricsDataSource: metrics(), messageInsightsDataSource: mails)),
            "ExportDataSource", oneSource),
        BrokenInput(
            CreateExportJob(
                exportDataSource: .metrics(metrics()),
                exportDestination: ExportDestination(dataFormat: .csv, s3URL: "s3://bucket/object")),
            "ExportDestination.S3Url", "cannot be given: SES chooses where the file is"),
        BrokenInput(export(.metrics(metrics([:]))), "\(metricsField).Dimensions", "must hold 1 to 3 dimensions"),
        BrokenInput(
            export(.metrics(metrics([.isp: []]))), "\(metricsField).Dimensions.ISP", "must hold 1 to 10 values"),
        BrokenInput(
            export(.metrics(metrics([.isp: Array(repeating: "p", count: 11)]))), "\(metricsField).Dimensions.ISP",
            "must hold 1 to 10 values"),
        BrokenInput(
            export(.metrics(metrics([.isp: ["*"], .tenantName: ["a", "b"]]))), "\(metricsField).Dimensions.TENANT_NAME",
            "must hold one value where a dimension takes all ('*')"),
        BrokenInput(export(.metrics(metrics(count: 0))), "\(metricsField).Metrics", "must hold 1 to 10 metrics"),
        BrokenInput(export(.metrics(metrics(count: 11))), "\(metricsField).Metrics", "must hold 1 to 10 metrics"),
        BrokenInput(
            export(.metrics(endless(metrics(), \.startDate))), "\(metricsField).StartDate", "must be given"),
        BrokenInput(
            export(.messageInsights(endless(mails, \.endDate))), "\(mailField).EndDate", "must be given"),
        BrokenInput(
            export(.messageInsights(MessageInsightsDataSource(startDate: start, endDate: end, maxResults: 10_001))),
            "\(mailField).MaxResults", "must be 1 to 10000"),
        BrokenInput(GetExportJob(jobID: ""), "JobId", "cannot be empty"),
        BrokenInput(CancelExportJob(jobID: ""), "JobId", "cannot be empty"),
        BrokenInput(ListExportJobs(pageSize: 0), "PageSize", "must be at least 1"),
    ]

    static let brokenFilters: [BrokenInput] = [
        BrokenInput(
            export(matching: MessageInsightsFilters(fromEmailAddress: [""])),
            "\(mailField).Include.FromEmailAddress[0]", "cannot be empty"),
        BrokenInput(
            export(matching: MessageInsightsFilters(destination: ["a", String(repeating: "a", count: 321)])),
            "\(mailField).Include.Destination[1]", "must be at most 320 characters"),
        BrokenInput(
            export(matching: MessageInsightsFilters(destination: Array(repeating: "a", count: 6))),
            "\(mailField).Include.Destination", "must hold at most 5 values"),
        BrokenInput(
            export(matching: MessageInsightsFilters(subject: ["a", "b"])), "\(mailField).Include.Subject",
            "must hold at most 1 value"),
        BrokenInput(
            export(matching: MessageInsightsFilters(subject: [String(repeating: "a", count: 999)])),
            "\(mailField).Include.Subject[0]", "must be at most 998 characters"),
        BrokenInput(
            export(matching: MessageInsightsFilters(isp: Array(repeating: "a", count: 6))),
            "\(mailField).Include.Isp", "must hold at most 5 values"),
        BrokenInput(
            export(matching: MessageInsightsFilters(tenantName: Array(repeating: "t", count: 6))),
            "\(mailField).Include.TenantName", "must hold at most 5 values"),
        BrokenInput(
            export(matching: MessageInsightsFilters(tenantName: ["a b"])), "\(mailField).Include.TenantName[0]",
            BrokenInput.shortName),
        BrokenInput(
            export(matching: MessageInsightsFilters(lastDeliveryEvent: Array(repeating: .send, count: 6))),
            "\(mailField).Include.LastDeliveryEvent", "must hold at most 5 values"),
        BrokenInput(
            export(matching: MessageInsightsFilters(lastEngagementEvent: [.open, .click, .open])),
            "\(mailField).Include.LastEngagementEvent", "must hold at most 2 values"),
        BrokenInput(
            export(
                .messageInsights(
                    MessageInsightsDataSource(
                        startDate: start, endDate: end, exclude: MessageInsightsFilters(subject: [""])))),
            "\(mailField).Exclude.Subject[0]", "cannot be empty"),
    ]

    private static func load(_ url: String, to destination: ImportDestination = .suppressionList(.put))
        -> CreateImportJob
    {
        CreateImportJob(
            importDestination: destination, importDataSource: ImportDataSource(s3URL: url, dataFormat: .csv))
    }

    private static let oneDestination =
        "must hold exactly one of SuppressionListDestination and ContactListDestination"

    static let brokenImports: [BrokenInput] =
        ["", "bucket/object", "https://bucket/object", "s3://", "s3://bucket", "s3://bucket/", "s3:///o", "s3://b/o//"]
        .map { BrokenInput(load($0), "ImportDataSource.S3Url", "must have the form s3://bucket/object") } + [
            BrokenInput(load("s3://b/o", to: ImportDestination()), "ImportDestination", oneDestination),
            BrokenInput(
                load(
                    "s3://b/o",
                    to: ImportDestination(
                        suppressionListDestination: .init(suppressionListImportAction: .put),
                        contactListDestination: .init(contactListName: "n", contactListImportAction: .put))),
                "ImportDestination", oneDestination),
            BrokenInput(
                load("s3://b/o", to: .contactList("", .put)),
                "ImportDestination.ContactListDestination.ContactListName", "cannot be empty"),
            BrokenInput(GetImportJob(jobID: ""), "JobId", "cannot be empty"),
            BrokenInput(ListImportJobs(pageSize: 0), "PageSize", "must be at least 1"),
        ]

    @Test("a broken rule is named", arguments: brokenExports + brokenFilters + brokenImports)
    func illegal(input: BrokenInput) async throws {
        try await input.expectRefusal()
    }

    @Test("the edges of the rules pass")
    func legal() throws {
        let ten = Array(repeating: "v", count: 10)
        try Self.export(.metrics(Self.metrics([.isp: ten, .tenantName: ten], count: 10))).validate()
        try Self.export(.metrics(Self.metrics([.isp: ["*"], .tenantName: ["a"]]))).validate()
        for count in [1, 10_000] {
            let source = MessageInsightsDataSource(startDate: Self.start, endDate: Self.end, maxResults: count)
            try Self.export(.messageInsights(source)).validate()
        }
        for url in ["s3://b/o", "s3://b/o/", "s3://b//o", "s3://b/a/b/o.csv"] { try Self.load(url).validate() }
    }

    @Test("an answer without the job's id is refused")
    func missing() async throws {
        let client = try SESv2Client.test(RecordingTransport(body: "{}"))
        let exported = await #expect(throws: SESv2Error.self) {
            try await client.createExportJob(of: .metrics(Self.metrics()), as: .csv)
        }
        let imported = await #expect(throws: SESv2Error.self) {
            try await client.createImportJob(from: "s3://b/o", as: .csv, to: .suppressionList(.put))
        }
        #expect(exported?.code == .unreadableResponse && imported?.code == .unreadableResponse)
    }

    @Test("a job that may have been started although the answer is lost is no failure to repeat")
    func lostAnswer() async throws {
        let client = try SESv2Client.test(RecordingTransport(500))
        let error = await #expect(throws: SESv2Error.self) {
            try await client.createExportJob(of: .metrics(Self.metrics()), as: .csv)
        }
        #expect(error?.code == .outcomeUnknown && error?.isSafeToRetry == false)
        #expect(error?.message.contains("mail") == false)
    }

    @Test("addresses, subjects and signed URLs don't print")
    func privacy() {
        let filters = MessageInsightsFilters(destination: ["secret@example.org"], subject: ["secret"])
        let file = ExportDestination(dataFormat: .csv, s3URL: "https://bucket/object?secret")
        let values: [Any] = [
            Self.export(matching: filters), ExportJob(exportDestination: file),
            ImportJob(
                importDataSource: ImportDataSource(s3URL: "https://bucket/o?secret", dataFormat: .csv),
                failureInfo: JobFailureInfo(failedRecordsS3URL: "https://bucket/object?secret")),
        ]
        for value in values { #expect(!PrintedForms.all(of: value).contains("secret")) }
    }
}
