/// Mails that are not about a change of a booking: requests to confirm an address, and webhooks
/// that were switched off.
@NullMarked
package org.meetwright.server.mail.notice;

import org.jspecify.annotations.NullMarked;
