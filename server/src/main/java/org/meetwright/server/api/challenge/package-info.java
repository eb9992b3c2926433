/// Challenges, as programs are given and asked for them.
@NullMarked
package org.meetwright.server.api.challenge;

import org.jspecify.annotations.NullMarked;
