/// Invitations as iCalendar objects (RFC 5545, RFC 5546), in mails and on pages.
@NullMarked
package org.meetwright.server.invite;

import org.jspecify.annotations.NullMarked;
