/// WebDAV (RFC 4918) as far as calendars need it: requests, answers for several resources, and the
/// paths in them.
@NullMarked
package org.meetwright.server.calendar.webdav;

import org.jspecify.annotations.NullMarked;
