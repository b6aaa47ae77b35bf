using ChatCoachBot.Daily;
using ChatCoachBot.Outbox;
using ChatCoachBot.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ChatCoachBot.Tests.Driving;

/// <summary>The whole host on a free loopback port, with a database file and a clock of its own.</summary>
public sealed class CoachApplication : WebApplicationFactory<Program>
{
    /// <summary>How long something may take on a machine that is busy with other tests.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly bool _ownsDatabase = true;
    private TestDatabase? _database;

    public CoachApplication() => UseKestrel();

    private CoachApplication(CoachApplication before)
    {
        (_database, _ownsDatabase, Store) = (before.Database, false, before.Store);
        Clock = new FakeTimeProvider(before.Clock.GetUtcNow());
        (ContentFolder, Settings, Platform, Network) = (before.ContentFolder, before.Settings, before.Platform, before.Network);
        UseKestrel();
    }

    public Store Store { get; init; }

    public TestDatabase Database => _database ??= TestDatabase.NewAsync(Store, ContentFolder).GetAwaiter().GetResult();

    /// <summary>A Monday, a quarter of an hour before the usual prompt in UTC.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 8, 45, 0, TimeSpan.Zero));

    /// <summary>For what is measured on the machine's clock: then <see cref="Clock"/> is not the host's.</summary>
    public bool RealTime { get; init; }

    public string ContentFolder { get; init; } = Repository.ContentFolder;

    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>What a platform's fake changes in the host: where its requests really go.</summary>
    public Action<IServiceCollection>? Network { get; init; }

    /// <summary>A platform that the host serves besides the web.</summary>
    public FakePlatform? Platform { get; init; }

    /// <summary>What the host tells its operator.</summary>
    public LogLines Log { get; } = new();

    public Uri Address
    {
        get
        {
            StartServer();
            return new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        }
    }

    /// <summary>A new browser, which has not opened the page yet.</summary>
    public WebVisitor NewVisitor() => new(Address, TestContext.Current.CancellationToken);

    /// <summary>Another host on the same database, with a clock of the same time.</summary>
    public CoachApplication StartBeside() => new(this);

    /// <summary>The same database under a new process's worth of objects, as after a kill and a start.</summary>
    public async Task<CoachApplication> StartAgainAsync(TimeSpan later = default)
    {
        await base.DisposeAsync();
        var again = new CoachApplication(this);
        again.Clock.Advance(later);
        return again;
    }

    /// <summary>Lets the job run as its trigger would, until nobody is due: the trigger itself may have been faster, and be at it still.</summary>
    public async Task TickAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DailyTick>().RunAsync(TestContext.Current.CancellationToken);
        var now = Clock.GetUtcNow();
        await UntilAsync(async db => !await db.Schedules.AnyAsync(
            schedule => schedule.NextDue <= now && (schedule.PutOffUntil == null || schedule.PutOffUntil <= now), TestContext.Current.CancellationToken));
    }

    public async Task<T> ReadAsync<T>(Func<CoachDb, Task<T>> query)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<CoachDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await query(db);
    }

    public Task ChangeAsync(Func<CoachDb, Task> change) =>
        Services.GetRequiredService<Writer>().WriteAsync((db, _) => change(db), TestContext.Current.CancellationToken);

    /// <summary>Waits until the database shows what the host does behind a test's back.</summary>
    public async Task UntilAsync(Func<CoachDb, Task<bool>> shown)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (!await ReadAsync(shown))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), patience.Token);
        }
    }

    /// <summary>Lets the clock go on and the host look at what waits, as it does by itself every few seconds.</summary>
    public void GoOn(TimeSpan time = default)
    {
        Clock.Advance(time);
        var bell = Services.GetRequiredService<Bell>();
        bell.Ring(Bell.Inbox);
        bell.Ring(Bell.Outbox);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_ownsDatabase && _database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // As a setting: a port given to the factory is put in when the host may have started already.
        builder.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
        builder.UseSetting("Content:Path", ContentFolder);
        builder.UseSetting("Management:Url", "");
        builder.UseSetting("Admins", SignedIn.Boss);
        builder.UseSetting("Web:MessagesPerMinute", "100000");
        builder.UseSetting("Web:SignInsPerMinute", "100000");
        foreach (var (name, value) in Database.Settings.Concat(Settings))
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureServices(services =>
        {
            if (!RealTime)
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            }

            Network?.Invoke(services);
            services.AddLogging(logging => logging.AddProvider(Log));
            if (Platform is not null)
            {
                services.AddSingleton<IChannel>(Platform);
            }
        });
    }
}
