package org.meetwright.core.calendar.remote.oauth;

import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.RemoteFault;

/// Where an account gets the access tokens from that it shows to its service.
public interface AccessTokens {
  /// Those of an account that nobody has consented to.
  AccessTokens NONE =
      new AccessTokens() {
        @Override
        public String current() throws RemoteFault {
          throw new RemoteFault(
              FaultCode.SIGN_IN_MISSING,
              "This service is connected on its own page, not by an address or a password.");
        }

        @Override
        public String insteadOf(String refused) throws RemoteFault {
          return current();
        }
      };

  /// Returns one that is good for a while yet.
  ///
  /// @throws RemoteFault if the service gives no other one; of the kind `SIGN_IN` if its host has
  ///   to consent again
  String current() throws RemoteFault;

  /// Returns another one than one that the service refused.
  ///
  /// @throws RemoteFault as [#current]
  String insteadOf(String refused) throws RemoteFault;

  /// Returns those of an account of which one token alone is known.
  static AccessTokens of(String token) {
    return new AccessTokens() {
      @Override
      public String current() {
        return token;
      }

      @Override
      public String insteadOf(String refused) throws RemoteFault {
        throw new RemoteFault(
            FaultCode.SIGN_IN, "The calendar service refuses the token that it has just given.");
      }
    };
  }
}
