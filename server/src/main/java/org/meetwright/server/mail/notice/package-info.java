/// Mails that are not about a change of a booking: requests to confirm an address, webhooks that
/// were switched off, and what a host has to do about his calendars.
@NullMarked
package org.meetwright.server.mail.notice;

import org.jspecify.annotations.NullMarked;
