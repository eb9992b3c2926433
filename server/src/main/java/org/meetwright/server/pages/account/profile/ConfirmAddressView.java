package org.meetwright.server.pages.account.profile;

import org.meetwright.server.pages.frame.Shell;
import org.meetwright.server.text.Texts;

/// The page to which the link leads that was mailed to a new address.
///
/// @param action where the form goes
public record ConfirmAddressView(
    Shell shell, Texts words, String action, String handle, String email, String old) {}
