package org.meetwright.cli.commands.doctor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.meetwright.core.certificate.CertificateState;

/// The certificate that the server orders by itself.
///
/// @param domain the name that it is for
record OrderedCertificateCheck(String domain, Instant now) {
  private static final String NAME = "ordered certificate";

  List<Finding> look(Optional<CertificateState> found) {
    return List.of(found.map(this::judge).orElseGet(this::none));
  }

  private Finding none() {
    return Finding.warning(
        NAME, "None was ordered for " + domain + " yet; start the server: meetwright serve");
  }

  private Finding judge(CertificateState state) {
    Instant end = state.endsAt();
    if (state.error() != null) {
      String text =
          state.error()
              + " Tries that failed since the last success: "
              + state.failures()
              + "; the next is at "
              + state.nextAt()
              + ".";
      return end == null || !now.isBefore(end)
          ? Finding.failure(NAME, "There is none for " + domain + ". " + text)
          : Finding.warning(
              NAME, "That for " + domain + " ends at " + end + " and is not renewed. " + text);
    }
    if (end == null) {
      return none();
    }
    return now.isBefore(end)
        ? Finding.ok(
            NAME,
            "That for " + domain + " is good until " + end + ", and renewed at " + state.renewAt())
        : Finding.failure(
            NAME,
            "That for "
                + domain
                + " ended at "
                + end
                + "; is the server running? meetwright health");
  }
}
