/// Hosts in the API, and what they can change about themselves.
@NullMarked
package org.meetwright.server.api.model.host;

import org.jspecify.annotations.NullMarked;
