package org.meetwright.server.pages.account.request;

import java.util.function.Function;
import org.meetwright.server.pages.web.PageAnswer;

/// Registers the pages and forms of a room.
public interface PageRules {
  /// Registers a page.
  PageRules get(String path, Function<AccountRequest, PageAnswer> page);

  /// Registers what a form does.
  PageRules post(String path, Function<AccountRequest, PageAnswer> form);
}
