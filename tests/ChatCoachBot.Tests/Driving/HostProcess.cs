using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace ChatCoachBot.Tests.Driving;

/// <summary>The program as a real process, in a folder of its own, with the shipped content.</summary>
public sealed partial class HostProcess : IDisposable
{
    private const string Coach = "ChatCoachBot.dll";
    private const int Terminate = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly List<string> _lines = [];
    private readonly TaskCompletionSource<Uri> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException($"The process ended. It wrote:\n{Output}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Everything it wrote, on both streams.</summary>
    public string Output
    {
        get
        {
            lock (_lines)
            {
                return string.Join('\n', _lines);
            }
        }
    }

    public static HostProcess Start(TemporaryFolder folder, params string[] arguments) => StartProgram(Coach, folder, arguments);

    /// <param name="variables">What its environment holds besides.</param>
    public static HostProcess Start(TemporaryFolder folder, IReadOnlyDictionary<string, string> variables, params string[] arguments) => StartProgram(Coach, folder, arguments, variables);

    /// <param name="program">What lies beside the tests and runs the host.</param>
    public static HostProcess StartProgram(string program, TemporaryFolder folder, params string[] arguments) => StartProgram(program, folder, arguments, new Dictionary<string, string>());

    private static HostProcess StartProgram(string program, TemporaryFolder folder, string[] arguments, IReadOnlyDictionary<string, string> variables)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, program));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["Content__Path"] = Repository.ContentFolder;
        start.Environment["NO_COLOR"] = "1";
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return new HostProcess(start);
    }

    /// <summary>Runs it to its end, with these lines typed into it.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(TemporaryFolder folder, string[] arguments, params string[] typed)
    {
        using var process = Start(folder, arguments);
        foreach (var line in typed)
        {
            await process._process.StandardInput.WriteLineAsync(line);
        }

        process._process.StandardInput.Close();
        return (await process.ExitAsync(), process.Output);
    }

    /// <summary>Runs it to its end, with these variables in its environment.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(TemporaryFolder folder, IReadOnlyDictionary<string, string> variables, string[] arguments)
    {
        using var process = Start(folder, variables, arguments);
        return (await process.ExitAsync(), process.Output);
    }

    /// <summary>The memory it holds now, in bytes.</summary>
    public long ResidentMemory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>The time that processors have worked for it.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The address it serves, once it says so.</summary>
    public Task<Uri> ReadyAsync() => _ready.Task.WaitAsync(Patience);

    /// <summary>Ends it at once, as a crash or a power cut would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await ExitAsync();
    }

    /// <summary>Asks it to end, as a service manager would.</summary>
    public async Task<int> StopAsync()
    {
        _ = SendSignal(_process.Id, Terminate);
        return await ExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private async Task<int> ExitAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lines)
        {
            _lines.Add(line);
        }

        if (Address().Match(line) is { Success: true } address)
        {
            _ready.TrySetResult(new Uri(address.Value));
        }
    }

    [GeneratedRegex(@"(?<=(open|listening on) )http://\S+")]
    private static partial Regex Address();

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int SendSignal(int process, int signal);
}
