/// Challenges, as the API tells them.
@NullMarked
package org.meetwright.server.api.model.challenge;

import org.jspecify.annotations.NullMarked;
