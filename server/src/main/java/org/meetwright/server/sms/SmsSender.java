package org.meetwright.server.sms;

import java.io.IOException;
import org.meetwright.core.outbox.Delivery.PermanentFailure;

/// Where SMS go. May be used by several threads at once.
public interface SmsSender {
  /// Sends an SMS. When this returns, the receiver has taken charge of it.
  ///
  /// @throws PermanentFailure if the receiver refused it for good
  /// @throws IOException if it could not be sent now
  void send(Sms sms) throws PermanentFailure, IOException;
}
