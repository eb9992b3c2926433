/// Challenges for programs, and the check of their solutions.
@NullMarked
package org.meetwright.server.api.challenge;

import org.jspecify.annotations.NullMarked;
