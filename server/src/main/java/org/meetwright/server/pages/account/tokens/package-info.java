/// The API tokens of a host.
@NullMarked
package org.meetwright.server.pages.account.tokens;

import org.jspecify.annotations.NullMarked;
