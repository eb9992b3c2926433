/// Proof of work before a booking: ALTCHA challenges and their solutions.
@NullMarked
package org.meetwright.server.challenge;

import org.jspecify.annotations.NullMarked;
