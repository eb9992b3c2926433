/// The page of a host or a team.
@NullMarked
package org.meetwright.server.pages.host;

import org.jspecify.annotations.NullMarked;
