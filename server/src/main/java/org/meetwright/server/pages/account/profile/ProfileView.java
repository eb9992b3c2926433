package org.meetwright.server.pages.account.profile;

import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.account.request.AccountFrame;

/// The page of who a host is.
///
/// @param pending what is said of another e-mail address that waits to be confirmed; null if none
///   does
/// @param typed the address that was typed
/// @param error what is wrong with it; null if nothing is
public record ProfileView(
    AccountFrame frame,
    String name,
    String email,
    @Nullable String pending,
    String typed,
    @Nullable String error) {}
