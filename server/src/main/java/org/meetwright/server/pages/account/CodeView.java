package org.meetwright.server.pages.account;

import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.view.Shell;
import org.meetwright.server.text.Texts;

/// The page that asks for a code after the sign-in at a provider.
///
/// @param action where the form goes
/// @param csrf what it carries
/// @param error what is wrong; null if nothing is yet
public record CodeView(
    Shell shell, Texts words, String action, String csrf, @Nullable String error) {}
