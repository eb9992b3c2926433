/// Hosts, as the API tells them, and what they change about themselves.
@NullMarked
package org.meetwright.server.api.model.host;

import org.jspecify.annotations.NullMarked;
