/// What is mailed to others than the parties of a booking.
@NullMarked
package org.meetwright.server.mail.notice;

import org.jspecify.annotations.NullMarked;
