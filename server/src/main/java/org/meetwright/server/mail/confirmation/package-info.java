/// The mail that asks invitees whether an e-mail address is theirs.
@NullMarked
package org.meetwright.server.mail.confirmation;

import org.jspecify.annotations.NullMarked;
