/// Everything that is kept about a host.
@NullMarked
package org.meetwright.server.api.export;

import org.jspecify.annotations.NullMarked;
