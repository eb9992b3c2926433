package org.meetwright.server.pages.account.signin;

import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.frame.Shell;
import org.meetwright.server.text.Texts;

/// The page that asks for a code after everything else.
///
/// @param action where the form goes
/// @param back where to begin anew
/// @param csrf what the form carries
/// @param error what is wrong; null if nothing is yet
public record CodeView(
    Shell shell, Texts words, String action, String back, String csrf, @Nullable String error) {}
