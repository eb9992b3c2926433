/// The colour and the logo of the pages in the API.
@NullMarked
package org.meetwright.server.api.model.branding;

import org.jspecify.annotations.NullMarked;
