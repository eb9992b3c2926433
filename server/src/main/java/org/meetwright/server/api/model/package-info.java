/// What the requests and answers of the API have in common. Its sub-packages hold the shapes, one
/// for each room: records that know neither core nor the web server, for both sides of the wire.
@NullMarked
package org.meetwright.server.api.model;

import org.jspecify.annotations.NullMarked;
