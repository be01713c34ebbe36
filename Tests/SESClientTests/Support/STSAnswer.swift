import Foundation
import SESClient
import SESSigning

/// What STS answers.
enum STSAnswer {
    static func credentials(_ action: String, _ credentials: AWSCredentials) -> String {
        """
        <\(action)Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
          <\(action)Result>
            <AssumedRoleUser><Arn>arn:aws:sts::1:assumed-role/r/s</Arn></AssumedRoleUser>
            <Credentials>
              <AccessKeyId>\(credentials.accessKeyID)</AccessKeyId>
              <SecretAccessKey>\(credentials.secretAccessKey)</SecretAccessKey>
              <SessionToken>\(credentials.sessionToken ?? "")</SessionToken>
              <Expiration>\((credentials.expiration ?? ManualDate.start).formatted(.iso8601))</Expiration>
            </Credentials>
          </\(action)Result>
          <ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata>
        </\(action)Response>
        """
    }

    static func error(_ code: String) -> String {
        """
        <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>
        <Code>\(code)</Code><Message>secret words of jane@example.org</Message></Error></ErrorResponse>
        """
    }

    /// The form in a call's body.
    static func form(_ body: Data) -> [String: String] {
        var components = URLComponents()
        components.percentEncodedQuery = String(decoding: body, as: UTF8.self)
        return Dictionary((components.queryItems ?? []).map { ($0.name, $0.value ?? "") }) { first, _ in first }
    }
}
