/// Removes what tells who an invitee or a host was, from tables, outbox and archive.
@NullMarked
package org.meetwright.core.erasure;

import org.jspecify.annotations.NullMarked;
