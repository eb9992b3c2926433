/// The pages of an event type: times, the form, and the invitee's confirmation.
@NullMarked
package org.meetwright.server.pages.booking;

import org.jspecify.annotations.NullMarked;
