/// A host's webhooks, and what was delivered to them.
@NullMarked
package org.meetwright.server.pages.account.webhooks;

import org.jspecify.annotations.NullMarked;
