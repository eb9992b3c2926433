package org.meetwright.server.sms;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/// A step on the way of an SMS to the gateway, with what to change when it fails.
public enum SmsStep {
  /// The gateway's name is looked up.
  NAME("Check sms.gateway.url, and that this machine can look up names."),
  /// The connection is made.
  CONNECT("Check sms.gateway.url, and that no firewall is between."),
  /// The connection is protected.
  TLS("Check that sms.gateway.url should be https, and that the certificate is for its name."),
  /// The gateway answers.
  ANSWER("Check that sms.gateway.url is the gateway's, and that no firewall is between."),
  /// The gateway takes the SMS.
  GATEWAY("Its words say why: check sms.gateway.header, sms.gateway.template and the number.");

  private final String advice;

  SmsStep(String advice) {
    this.advice = advice;
  }

  /// Returns what to change.
  public String advice() {
    return advice;
  }

  /// Returns the name of the step in lower case; `TLS` stays.
  public String word() {
    return this == TLS ? "TLS" : name().toLowerCase(Locale.ROOT);
  }

  /// Returns the step at which an SMS failed that was not refused for good.
  static SmsStep of(IOException failed) {
    return switch (failed) {
      case UnknownHostException _ -> NAME;
      case ConnectException _ -> CONNECT;
      case NoRouteToHostException _ -> CONNECT;
      case SSLException _ -> TLS;
      case SocketTimeoutException _ -> ANSWER;
      default ->
          String.valueOf(failed.getMessage()).startsWith("The gateway answered") ? GATEWAY : ANSWER;
    };
  }
}
