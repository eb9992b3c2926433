package org.meetwright.server.pages.account.booking;

import java.util.List;
import org.meetwright.core.slot.Reason;
import org.meetwright.server.text.Texts;

/// Tells a host why a time cannot be had.
public final class UnavailableReasons {
  private UnavailableReasons() {}

  /// Returns the reasons as one phrase.
  public static String said(List<Reason> reasons, Texts words) {
    return words.list(
        reasons.stream()
            .map(reason -> words.get("reason." + reason.code().word()))
            .distinct()
            .toList());
  }
}
