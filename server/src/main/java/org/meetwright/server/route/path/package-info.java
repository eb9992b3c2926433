/// Refuses paths that can be read in two ways.
@NullMarked
package org.meetwright.server.route.path;

import org.jspecify.annotations.NullMarked;
