/// Removes the personal data of an invitee or a host from tables, outbox and archive.
@NullMarked
package org.meetwright.core.erasure;

import org.jspecify.annotations.NullMarked;
