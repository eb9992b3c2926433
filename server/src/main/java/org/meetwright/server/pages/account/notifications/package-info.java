/// What a host is notified of: what others have done, and what does not work.
@NullMarked
package org.meetwright.server.pages.account.notifications;

import org.jspecify.annotations.NullMarked;
