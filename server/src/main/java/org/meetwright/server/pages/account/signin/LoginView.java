package org.meetwright.server.pages.account.signin;

import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.frame.Shell;
import org.meetwright.server.text.Texts;

/// The page to sign in on.
///
/// Wide: the template reads each of them by its name.
///
/// @param action where the form goes
/// @param csrf what it carries
/// @param email what was typed
/// @param error what is wrong; null if nothing is yet
/// @param forgotten where a link to choose another password is asked for
/// @param waiting whether a password is not looked at now, so that such a link is the way in
/// @param provider where to sign in at a provider; null if that can't be done
public record LoginView(
    Shell shell,
    Texts words,
    String action,
    String csrf,
    String email,
    @Nullable String error,
    String forgotten,
    boolean waiting,
    @Nullable String provider) {}
