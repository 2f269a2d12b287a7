package org.needscape.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.provision.AgeRange;
import org.needscape.provision.Service;
import org.needscape.provision.Site;
import org.needscape.store.ServiceStore;

/** Services and their sites in two tables. */
final class JdbcServiceStore implements ServiceStore {

    private final Sql sql;
    private final AreaIndex areas;

    JdbcServiceStore(Sql sql, AreaIndex areas) {
        this.sql = sql;
        this.areas = areas;
    }

    @Override
    public void save(ExtentName extent, long dataset, List<Service> services) {
        int extentId = areas.getExtent(extent).id();
        if (new JdbcDatasetStore(sql).find(dataset).isEmpty()) {
            throw new IllegalArgumentException("There is no data set " + dataset + ".");
        }
        Stream.of("delete from provision_site where extent_id = ?", "delete from provision_service where extent_id = ?")
                .forEach(delete -> sql.update(delete, parameters -> parameters.add(extentId)));
        for (int position = 0; position < services.size(); position++) {
            add(extentId, dataset, position, services.get(position));
        }
    }

    private void add(int extentId, long dataset, int position, Service service) {
        sql.update(
                """
                insert into provision_service
                    (extent_id, list_position, name, age_from, age_to, tiers, annual_budget_pounds, places, dataset_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                parameters -> parameters
                        .add(extentId)
                        .add(position)
                        .add(service.name())
                        .add(service.ages().from())
                        .add(optional(service.ages().to()))
                        .add(service.tiers().stream().map(String::valueOf).collect(Collectors.joining()))
                        .add(
                                service.annualBudgetPounds().isPresent()
                                        ? OptionalDouble.of((double)
                                                service.annualBudgetPounds().getAsLong())
                                        : OptionalDouble.empty())
                        .add(optional(service.places()))
                        .add(dataset));
        IntStream.range(0, service.sites().size())
                .forEach(site ->
                        addSite(extentId, position, site, service.sites().get(site)));
    }

    private void addSite(int extentId, int servicePosition, int sitePosition, Site site) {
        Optional<AreaId> area = site instanceof Site.InArea in ? Optional.of(in.area()) : Optional.empty();
        Optional<Site.AtPoint> point = site instanceof Site.AtPoint at ? Optional.of(at) : Optional.empty();
        sql.update(
                """
                insert into provision_site
                    (extent_id, service_position, list_position, geography, code, easting_metres, northing_metres)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                parameters -> parameters
                        .add(extentId)
                        .add(servicePosition)
                        .add(sitePosition)
                        .add(area.map(id -> id.geography().code()).orElse(""))
                        .add(area.map(id -> id.code().value()).orElse(""))
                        .add(point.map(at -> OptionalDouble.of(at.eastingMetres()))
                                .orElse(OptionalDouble.empty()))
                        .add(point.map(at -> OptionalDouble.of(at.northingMetres()))
                                .orElse(OptionalDouble.empty())));
    }

    @Override
    public Optional<ServiceList> find(ExtentName extent) {
        Map<Integer, List<Site>> sites = listSites(extent);
        List<Long> datasets = new ArrayList<>();
        List<Service> services = sql.list(
                """
                select provision_service.name, provision_service.age_from, provision_service.age_to, provision_service.tiers,
                    provision_service.annual_budget_pounds, provision_service.places, provision_service.list_position,
                    provision_service.dataset_id
                from provision_service
                join extent on extent.id = provision_service.extent_id
                where extent.name = ?
                order by provision_service.list_position
                """,
                parameters -> parameters.add(extent.value()),
                row -> {
                    datasets.add(row.getLong(8));
                    return read(row, sites.getOrDefault(row.getInt(7), List.of()));
                });
        return services.isEmpty() ? Optional.empty() : Optional.of(new ServiceList(datasets.get(0), services));
    }

    private Map<Integer, List<Site>> listSites(ExtentName extent) {
        Map<Integer, List<Site>> sites = new HashMap<>();
        sql.forEach(
                """
                select provision_site.service_position, provision_site.geography, provision_site.code,
                    provision_site.easting_metres, provision_site.northing_metres
                from provision_site
                join extent on extent.id = provision_site.extent_id
                where extent.name = ?
                order by provision_site.service_position, provision_site.list_position
                """,
                parameters -> parameters.add(extent.value()),
                row -> sites.computeIfAbsent(row.getInt(1), position -> new ArrayList<>())
                        .add(
                                row.getString(3).isEmpty()
                                        ? new Site.AtPoint(row.getDouble(4), row.getDouble(5))
                                        : new Site.InArea(new AreaId(
                                                Geography.parse(row.getString(2)), new AreaCode(row.getString(3))))));
        return sites;
    }

    private static Service read(ResultSet row, List<Site> sites) throws SQLException {
        OptionalDouble budget = number(row, 5);
        return new Service(
                row.getString(1),
                new AgeRange(row.getInt(2), whole(number(row, 3))),
                row.getString(4).chars().mapToObj(digit -> digit - '0').toList(),
                budget.isPresent() ? OptionalLong.of((long) budget.getAsDouble()) : OptionalLong.empty(),
                whole(number(row, 6)),
                sites);
    }

    private static OptionalDouble number(ResultSet row, int column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(number);
    }

    private static OptionalInt whole(OptionalDouble number) {
        return number.isPresent() ? OptionalInt.of((int) number.getAsDouble()) : OptionalInt.empty();
    }

    private static OptionalDouble optional(OptionalInt number) {
        return number.isPresent() ? OptionalDouble.of(number.getAsInt()) : OptionalDouble.empty();
    }
}
