/// Wishes to book that count once their invitees have shown that the e-mail addresses are theirs.
@NullMarked
package org.meetwright.core.confirmation;

import org.jspecify.annotations.NullMarked;
