/// The page on which an invitee confirms his address, so that his guests are invited.
@NullMarked
package org.meetwright.server.pages.guest;

import org.jspecify.annotations.NullMarked;
