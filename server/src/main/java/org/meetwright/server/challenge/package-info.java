/// Work that a browser or program has to do before it books: ALTCHA challenges and their solutions.
@NullMarked
package org.meetwright.server.challenge;

import org.jspecify.annotations.NullMarked;
