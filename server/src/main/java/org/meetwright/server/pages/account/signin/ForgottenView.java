package org.meetwright.server.pages.account.signin;

import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.frame.Shell;
import org.meetwright.server.text.Texts;

/// The page on which a link to choose another password is asked for.
///
/// @param action where the form goes
/// @param csrf what it carries
/// @param back where to sign in
/// @param email what was typed
/// @param error what is wrong with it; null if nothing is yet
/// @param asked what is said once it was sent, whether the address is a host's or not; empty before
public record ForgottenView(
    Shell shell,
    Texts words,
    String action,
    String csrf,
    String back,
    String email,
    @Nullable String error,
    String asked) {}
