package org.needscape.store;

import java.util.List;
import java.util.Optional;
import org.needscape.area.ExtentName;
import org.needscape.provision.Service;

/** The services of each extent: public facts, none of them about a person. */
public interface ServiceStore {

    /**
     * Keeps the services of an extent, in place of all that were there.
     *
     * @param dataset the number of the data set that they are of
     * @throws IllegalArgumentException when there is no such extent or data set
     */
    void save(ExtentName extent, long dataset, List<Service> services);

    /** The services of an extent in the order in which they were kept; none where none were. */
    Optional<ServiceList> find(ExtentName extent);

    /**
     * The services of an extent.
     *
     * @param dataset the number of the data set that they are of
     * @param services at least one
     */
    record ServiceList(long dataset, List<Service> services) {
        public ServiceList {
            services = List.copyOf(services);
        }
    }
}
