package org.meetwright.server.pages.account.request;

import java.util.function.Function;
import org.meetwright.server.pages.web.Answer;

/// Registers the pages and forms of a room.
public interface PageRules {
  /// Registers a page.
  PageRules get(String path, Function<AccountRequest, Answer> page);

  /// Registers what a form does.
  PageRules post(String path, Function<AccountRequest, Answer> form);
}
