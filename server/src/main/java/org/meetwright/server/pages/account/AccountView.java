package org.meetwright.server.pages.account;

import java.util.List;
import org.meetwright.server.pages.account.request.AccountFrame;
import org.meetwright.server.pages.account.request.Credential;

/// The page of who is signed in, and where.
public record AccountView(
    AccountFrame frame, String name, String email, List<Credential> sessions) {}
