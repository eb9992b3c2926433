/// Challenges in the API.
@NullMarked
package org.meetwright.server.api.model.challenge;

import org.jspecify.annotations.NullMarked;
