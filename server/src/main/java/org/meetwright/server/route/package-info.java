/// What a route is, declared where it is registered: for whom, at what cost, with which secrets in
/// its path.
@NullMarked
package org.meetwright.server.route;

import org.jspecify.annotations.NullMarked;
