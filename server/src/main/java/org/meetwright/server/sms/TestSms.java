package org.meetwright.server.sms;

import java.io.IOException;
import java.util.UUID;
import org.meetwright.core.outbox.Delivery.PermanentFailure;
import org.meetwright.core.phone.PhoneNumber;
import org.meetwright.server.outgoing.OutgoingHttp;
import org.meetwright.server.settings.SmsSettings;

/// Sends a test SMS without outbox and database, and reports the step at which it fails.
public final class TestSms {
  private TestSms() {}

  /// What became of a test SMS.
  public sealed interface Result {
    /// The gateway has taken charge of it.
    record Sent() implements Result {}

    /// SMS is off.
    record Off() implements Result {}

    /// It could not be sent.
    ///
    /// @param words what the gateway or the system said, on one line
    record Failed(SmsStep step, String words) implements Result {}
  }

  /// Sends a test SMS at once, and waits for the answer up to 10 seconds.
  public static Result run(SmsSettings settings, PhoneNumber to) {
    if (!settings.isOn()) {
      return new Result.Off();
    }
    String text = "Test: this Meetwright server can send SMS. There is nothing to do.";
    try {
      new HttpGateway(settings).send(new Sms("test-" + UUID.randomUUID(), to, text));
      return new Result.Sent();
    } catch (PermanentFailure refused) {
      return new Result.Failed(SmsStep.GATEWAY, String.valueOf(refused.getMessage()));
    } catch (IOException failed) {
      return new Result.Failed(SmsStep.of(failed), OutgoingHttp.words(failed));
    }
  }
}
