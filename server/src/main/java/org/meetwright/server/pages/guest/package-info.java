/// The page on which an invitee confirms the e-mail address, so that the guests are invited.
@NullMarked
package org.meetwright.server.pages.guest;

import org.jspecify.annotations.NullMarked;
