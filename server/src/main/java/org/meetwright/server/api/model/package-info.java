/// The requests and answers of the API. Each sub-package has those of one room: records that use
/// neither core nor the web server, for server and client.
@NullMarked
package org.meetwright.server.api.model;

import org.jspecify.annotations.NullMarked;
