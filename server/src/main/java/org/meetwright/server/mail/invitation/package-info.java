/// Mail to hosts who are invited to teams.
@NullMarked
package org.meetwright.server.mail.invitation;

import org.jspecify.annotations.NullMarked;
